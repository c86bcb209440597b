export { answerCheckoutForm as POST } from '@/lib/http/checkout-form'
