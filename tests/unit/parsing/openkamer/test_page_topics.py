"""Topics that a page prints in one line are told apart by the publisher's list."""

from navraag.parsing.openkamer.page_topics import split_topics


def test_the_longest_topic_wins() -> None:
    """"recht" is a topic, and so is "burgerlijk recht"; each is named once."""
    assert ("Burgerlijk recht", "Recht") == split_topics("burgerlijk recht recht recht")
