"""Where originals come from: a module a transport. Each lists references and fetches snapshots."""
