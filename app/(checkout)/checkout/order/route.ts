export { answerCheckoutForm as POST } from '@/lib/http/forms/checkout'
