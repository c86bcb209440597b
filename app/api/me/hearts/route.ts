export { answerHeartChange as POST, answerHearts as GET } from '@/lib/http/json/hearts'
