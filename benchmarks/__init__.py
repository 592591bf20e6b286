"""Every figure in docs/benchmarks.md comes from here: ``python -m benchmarks NAME`` in the project's environment."""
