export { answerListingForm as GET } from '@/lib/http/forms/listing'
