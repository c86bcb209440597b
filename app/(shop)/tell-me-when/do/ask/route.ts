export { answerTellMeWhen as POST } from '@/lib/http/forms/customers/notices'
