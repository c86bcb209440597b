export { answerListing as GET } from '@/lib/http/json/listing'
