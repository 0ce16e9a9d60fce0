"""What a period brought: the figures that go before a budget review, each with the records it was counted from."""
