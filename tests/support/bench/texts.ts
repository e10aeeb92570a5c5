/** Leaflets and vacancies beyond the demo district's, as a busy centre has them: no two say the same. */

export interface Words {
  readonly title: string;
  readonly words: string;
}

export const LEAFLETS: readonly Words[] = [
  {
    title: "Help with your rent",
    words: `If you rent your home and money is short, speak to somebody before you miss a payment. The sooner you ask, the more can be done.

## What you might get

- The housing part of Universal Credit, paid to you once a month with the rest.
- A discretionary housing payment from the council, when the housing part does not cover the whole rent. It lasts some weeks or months and need not be paid back.
- Less council tax, if your income is low or you are the only adult at home.

## If you are behind already

Write down what you owe and to whom. Ring your landlord and offer what you can really keep up, even if it is five pounds a week. Keep every letter. A court can only put you out after a notice in writing and a hearing, and you may speak at the hearing.

The adviser from the law centre is here on the first Monday of the month. She does not work for the council.`,
  },
  {
    title: "Food and fuel when the cupboard is bare",
    words: `Nobody here will ask why. Tell any of us at the desk that you need a food parcel, and we write you a voucher while you wait.

The food bank at St Aidan's hall is open on Tuesdays from one until three and on Fridays from ten until noon. A parcel feeds a family for three days. They have nappies, baby milk and food without gluten; say so on the voucher.

For a prepayment meter we can send a code to your phone, which the corner shop turns into credit. That works twice in a winter. If you are about to lose your supply tonight, ring your supplier first: most give ten pounds of emergency credit over the telephone.

The community fridge by the side door takes and gives whatever is within its date. Come with your own bag.`,
  },
  {
    title: "Setting up as a childminder",
    words: `Childminders look after other people's children in their own home, for pay. Many begin while their own are small.

## Before you begin

1. Go to an information evening. It is free and there is no promise in it.
2. Take the introductory course: three Saturdays, and a first aid course for babies and young children.
3. Everybody over sixteen who lives with you needs a police check.
4. Register with Ofsted, or in Wales with Care Inspectorate Wales. It takes about twelve weeks.

## Money

You set your own price. Around here it lies between five and six pounds fifty an hour for each child. You may look after three under five, your own counted in. Part of your heating, light and rent counts as the cost of the business. There is a start-up grant for new childminders; ask which one is open at present.

You work for yourself, so you fill in a tax return each January.`,
  },
  {
    title: "When you care for somebody",
    words: `Do you wash, lift, shop or sort the pills for a parent, a partner or a child who could not manage alone? Then you are a carer, even if you would never call yourself one.

Carer's Allowance can be paid where you give at least thirty-five hours a week and the other person gets certain disability benefits. You may earn something beside it, up to a limit. If you cannot get the allowance, you may still get credits that protect your State Pension.

You have the right to an assessment by the council, for yourself, whatever the other person is offered. It can lead to a few hours off each week.

At work you may ask from your first day to change your hours. You may also take a week of unpaid leave a year to care. Carers Together meet in the quiet room on the last Thursday; there is toast.`,
  },
  {
    title: "Getting on to the internet",
    words: `Most forms are filled in on a screen now. Here is how to do that without buying one.

- Use the two computers by the window whenever we are open. Headphones are in the drawer. Nobody looks over your shoulder.
- The library lends tablets for eight weeks with data on them. You need an address, not a passport.
- If you get Universal Credit, ask your broadband company for its social tariff: from twelve pounds a month, and you may change to it in the middle of a contract.
- National Databank gives out SIM cards with free data at our desk, one for each adult for half a year.

On Wednesday mornings two volunteers sit down with you, one to one, for half an hour: an email address, a photograph sent to a cousin, a form for the school. Bring whatever phone you have, even a cracked one.`,
  },
  {
    title: "After a separation",
    words: `This is for the first weeks, when everything has to be thought of at once.

Tell the child benefit office, the council tax office and Universal Credit that you now live alone. Do it in the same week: a claim for two does not turn into a claim for one by itself. If the child benefit was paid to the other parent and the children live with you, make a new claim today; it is backdated by three months at most.

Maintenance can be agreed between you and written down on one sheet. If you cannot agree, or it is not safe to talk, the Child Maintenance Service works out a sum and can collect it.

If you are afraid of somebody at home, ask at the desk for Ani. We will take you to a room with a telephone and say nothing to anyone. The national helpline is free, open day and night, and does not show on the bill.`,
  },
];

export const VACANCIES: readonly Words[] = [
  {
    title: "Pharmacy counter assistant",
    words: `Serve at the counter of a small independent pharmacy: take in prescriptions, sell medicines, keep the shelves tidy and know when to fetch the pharmacist. You will be put through the counter course in your first half year and paid while you study. Saturdays are shared, one in three.`,
  },
  {
    title: "Lollipop person",
    words: `See children safely over Harbour Road for forty minutes each morning and afternoon of the school term. Coat, hat and two days of training are provided. It suits somebody who lives near, rises early and does not mind the rain.

You must be over eighteen. A police check is made.`,
  },
  {
    title: "Laundry worker, day shift",
    words: `Sort, wash, iron and fold linen for three care homes in a bright unit behind the station. The machines do the lifting. Work begins after the school run at half past nine and ends at half past two; lunch is made on site and costs nothing.`,
  },
  {
    title: "Trainee optical receptionist",
    words: `Welcome patients, book eye tests, help with choosing frames and post orders to the laboratory. We look for a warm voice and a steady hand; the rest is taught. After a year you may train as an optical assistant, with the fees paid.`,
  },
];
