-- Staff with their roles and invitations, and the audit log with its daily seals.
CREATE TABLE "Role" (
    "id" UUID NOT NULL,
    "name" VARCHAR(60) NOT NULL,
    "permissions" TEXT[] NOT NULL,
    "refundLimit" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Role_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Role_name_key" ON "Role"("name");
ALTER TABLE "Role" ADD CONSTRAINT "Role_refundLimit_check" CHECK ("refundLimit" >= 0);

CREATE TABLE "StaffMember" (
    "userId" UUID NOT NULL,
    "roleId" UUID,
    "isOwner" BOOLEAN NOT NULL DEFAULT false,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StaffMember_pkey" PRIMARY KEY ("userId")
);
CREATE INDEX "StaffMember_roleId_idx" ON "StaffMember"("roleId");
-- A member of staff is an owner or has a role, never both.
ALTER TABLE "StaffMember" ADD CONSTRAINT "StaffMember_rights_check" CHECK ("isOwner" = ("roleId" IS NULL));
ALTER TABLE "StaffMember" ADD CONSTRAINT "StaffMember_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "StaffMember" ADD CONSTRAINT "StaffMember_roleId_fkey" FOREIGN KEY ("roleId") REFERENCES "Role"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TYPE "InvitationKind" AS ENUM ('SETUP', 'OWNER', 'MEMBER', 'RESET');

CREATE TABLE "StaffInvitation" (
    "id" UUID NOT NULL,
    "kind" "InvitationKind" NOT NULL,
    "tokenHash" CHAR(64) NOT NULL,
    "email" VARCHAR(254),
    "emailKey" VARCHAR(254),
    "roleId" UUID,
    "invitedBy" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "StaffInvitation_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "StaffInvitation_tokenHash_key" ON "StaffInvitation"("tokenHash");
CREATE INDEX "StaffInvitation_emailKey_idx" ON "StaffInvitation"("emailKey");
CREATE INDEX "StaffInvitation_roleId_idx" ON "StaffInvitation"("roleId");
-- Only the first owner's link is for whoever opens it; all others are for one address.
ALTER TABLE "StaffInvitation" ADD CONSTRAINT "StaffInvitation_email_check" CHECK (("kind" = 'SETUP') = ("emailKey" IS NULL) AND ("email" IS NULL) = ("emailKey" IS NULL));
ALTER TABLE "StaffInvitation" ADD CONSTRAINT "StaffInvitation_role_check" CHECK (("kind" = 'MEMBER') = ("roleId" IS NOT NULL));
ALTER TABLE "StaffInvitation" ADD CONSTRAINT "StaffInvitation_roleId_fkey" FOREIGN KEY ("roleId") REFERENCES "Role"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "via" VARCHAR(20) NOT NULL,
    "userId" UUID,
    "sessionId" UUID,
    "action" VARCHAR(60) NOT NULL,
    "noun" VARCHAR(30) NOT NULL,
    "subject" VARCHAR(100),
    "count" INTEGER NOT NULL DEFAULT 1,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at" DESC);
CREATE INDEX "AuditEntry_noun_subject_idx" ON "AuditEntry"("noun", "subject", "at" DESC);
CREATE TRIGGER "AuditEntry_append_only" BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

CREATE TABLE "AuditSeal" (
    "day" DATE NOT NULL,
    "entries" INTEGER NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "sealedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditSeal_pkey" PRIMARY KEY ("day")
);
CREATE TRIGGER "AuditSeal_append_only" BEFORE UPDATE OR DELETE ON "AuditSeal" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
