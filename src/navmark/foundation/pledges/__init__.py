"""Who took what upon themselves? Kinds of pledge are data; a pledge is offered, taken, handed over, ended."""
