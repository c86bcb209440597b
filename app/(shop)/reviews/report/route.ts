export { answerReportForm as POST } from '@/lib/http/review-form'
