"""The JSON interface: everything that pages show, as the records of docs/record-shapes.md, under `/api/v1`."""
