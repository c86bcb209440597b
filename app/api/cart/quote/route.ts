export { answerQuote as GET } from '@/lib/http/json/cart'
