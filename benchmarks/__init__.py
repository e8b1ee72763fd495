"""Benchmarks: our engine beside others on the same work, in one run, interleaved."""
