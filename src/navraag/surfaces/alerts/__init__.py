"""Alerts: who wants to be told of a case, a search, a member, a party, a ministry or a topic is told, once."""
