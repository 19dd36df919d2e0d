### Signing in. For everybody.

sign-in-title = Sign in
sign-in-for-whom = You need no account to open, share or check a micro-credential. Sign in if you work at a university here, or to see all of yours in one place.
sign-in-university = Sign in with your university
sign-in-passkey = Sign in with a passkey
sign-in-passkey-failed = The passkey was not used. Try once more, or sign in another way.
sign-in-onwards = On to your university
sign-in-development = To try it out
sign-in-no-declined = You did not sign in
sign-in-no-not-believed = We could not be sure who you are
sign-in-no-not-reached = The sign-in of your university does not answer
sign-in-no-not-fresh = Your university did not ask you again who you are
sign-in-no-too-late = This took too long, or was used already
sign-in-no-somebody-else = You signed in as somebody else
sign-in-no-copied = This passkey may have been copied
sign-in-no-invitation-used = This invitation was used already
sign-in-no-next = Nothing was changed. Please start again; if it happens twice, tell whoever looks after this service.
sign-in-prove-title = Are you still there?
sign-in-prove-why = What you are about to do is hard to undo. Show once more that it is you; it counts for 15 minutes.
sign-in-prove-development = It is me
