-- To see that a file of another format has told of a payment already.
create index payment_reference on payment (reference, booked_on) where reference is not null;
