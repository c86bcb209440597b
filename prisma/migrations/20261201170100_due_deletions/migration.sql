-- The accounts whose deletion is due.
CREATE INDEX CONCURRENTLY "User_deletionAt_idx" ON "User"("deletionAt");
