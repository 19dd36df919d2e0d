### What went wrong, and what one can do now. For everybody.

problem-400 = The request cannot be understood
problem-400-next = Go back and try once more. If a link brought you here, part of it may be missing.
problem-401 = Please sign in first
problem-401-next = This page is for people with an account here.
problem-403 = You may not do this
problem-403-next = Your role here does not include it. If it should, ask whoever looks after people in your organisation.
problem-404 = There is nothing here
problem-404-next = The address may be mistyped, or what it led to is no longer shared.
problem-409 = This was done already, or something changed meanwhile
problem-409-next = Go back, load the page again and look at how things stand now.
problem-413 = This is too large
problem-413-next = Choose a smaller file.
problem-415 = This kind of content is not read here
problem-415-next = Choose a file of one of the kinds the page names.
problem-422 = Something in this is not right
problem-422-next = Go back, check what you entered, and send it again.
problem-429 = Too many tries
problem-429-next = Please wait a few minutes, then try again.
problem-500 = Something went wrong here
problem-500-next = It was our fault and it was noted. Please try again in a moment.
problem-503 = Very busy at the moment
problem-503-next = Please try again in a moment.
problem-form-is-old = The form was open for too long. Go back, load the page again and send it once more.
problem-reference = If you write to us about it, name this reference:
problem-home = To the first page
