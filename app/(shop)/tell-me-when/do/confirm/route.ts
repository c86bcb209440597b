export { answerConfirmTellMeWhen as POST } from '@/lib/http/forms/customers/notices'
