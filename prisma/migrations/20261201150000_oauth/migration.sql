-- Accounts at providers (Google, GitHub, OIDC) with which people sign in. One per provider for each person.
CREATE TABLE "OAuthAccount" (
    "provider" VARCHAR(20) NOT NULL,
    "providerAccountId" VARCHAR(600) NOT NULL,
    "userId" UUID NOT NULL,
    "email" VARCHAR(254),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OAuthAccount_pkey" PRIMARY KEY ("provider", "providerAccountId")
);
CREATE UNIQUE INDEX "OAuthAccount_userId_provider_key" ON "OAuthAccount"("userId", "provider");
ALTER TABLE "OAuthAccount" ADD CONSTRAINT "OAuthAccount_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
