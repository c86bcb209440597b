export { answerReviews as GET } from '@/lib/http/json/reviews'
