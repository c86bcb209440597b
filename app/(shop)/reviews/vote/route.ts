export { answerVoteForm as POST } from '@/lib/http/forms/reviews'
