"""Files of statistics offices -> rows of `statistics` and `exchange_rates`; a module a provider."""
