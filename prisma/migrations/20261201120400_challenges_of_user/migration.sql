-- What an account has to confirm.
CREATE INDEX CONCURRENTLY "AuthChallenge_userId_idx" ON "AuthChallenge"("userId");
