export { answerVoteForm as POST } from '@/lib/http/review-form'
