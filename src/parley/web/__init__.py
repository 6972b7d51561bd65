"""The ledger in the browser: routes by noun, each page with its JSON twin."""
