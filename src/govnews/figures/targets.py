def set_targets(text, found, tokens):
    return
