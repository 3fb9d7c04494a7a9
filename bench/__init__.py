"""Benchmarks: ratios of two things done in one run, so that they hold on another machine."""
