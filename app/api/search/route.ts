export { answerSuggestions as GET } from '@/lib/http/json/listing'
