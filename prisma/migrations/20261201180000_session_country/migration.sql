-- The country from which somebody signed in, where the operator's proxy knows it.
ALTER TABLE "Session" ADD COLUMN "country" CHAR(2);
