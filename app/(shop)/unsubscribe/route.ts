export { answerUnsubscribe as POST, answerUnsubscribeLink as GET } from '@/lib/http/forms/customers/notices'
