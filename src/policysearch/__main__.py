"""`python -m policysearch`."""

from policysearch.cli import main

if __name__ == "__main__":
    main(prog_name="policysearch")
