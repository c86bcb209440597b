export { answerReportForm as POST } from '@/lib/http/forms/reviews'
