export { answerCart as GET } from '@/lib/http/json/cart'
