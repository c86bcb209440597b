-- Deletion of accounts after seven days, anonymous orders, and exports of personal data.
ALTER TABLE "User" ADD COLUMN "deletionAt" TIMESTAMPTZ(3);

ALTER TABLE "Order" ADD COLUMN "ownerGoneAt" TIMESTAMPTZ(3), ADD COLUMN "anonymizedAt" TIMESTAMPTZ(3);

CREATE TABLE "DataExport" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "content" BYTEA,
    "expiresAt" TIMESTAMPTZ(3),

    CONSTRAINT "DataExport_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "DataExport_userId_createdAt_idx" ON "DataExport"("userId", "createdAt" DESC);
ALTER TABLE "DataExport" ADD CONSTRAINT "DataExport_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
