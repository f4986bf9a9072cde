package no.forfall.demo;

import java.util.List;
import no.forfall.law.DebtorKind;
import no.forfall.receivables.Address;
import no.forfall.shared.Country;

/** The two creditors of the demo and their customers. All names are made up; so are the numbers. */
enum DemoCreditor {
    NORWEGIAN(
            Country.NO,
            "310529872",
            "Granly Byggevare AS",
            "faktura@granly.example",
            "22 00 11 00",
            "1506 41 20870",
            new Address("Furuveien 12", "0661", "Oslo", "NO"),
            List.of(
                    "Tryggheim Rør AS",
                    "Bakkebø Entreprenør AS",
                    "Solvang Borettslag",
                    "Ellingsen Malerservice",
                    "Havblikk Hotell AS",
                    "Nordre Snekkerverksted",
                    "Fossen Skole",
                    "Berg & Dal Hagedesign",
                    "Storlia Kraft AS",
                    "Utsikten Eiendom AS",
                    "Kaihuset Kafé",
                    "Lillevik Kommune",
                    "Skogheim Barnehage",
                    "Vestkyst Elektro AS",
                    "Åsen Tømrer AS",
                    "Brattvær Båtbyggeri",
                    "Myrdal Transport AS",
                    "Sletten Gård",
                    "Ravnås Vaktmester",
                    "Tindeland Sport AS"),
            List.of(
                    "Ingrid Solbakken",
                    "Lars Myhre",
                    "Amina Farah",
                    "Jonas Eide",
                    "Silje Haugland",
                    "Pål Nystuen",
                    "Marte Kvam",
                    "Erik Tveit",
                    "Nora Lunde",
                    "Odd Fjellstad",
                    "Camilla Røed",
                    "Tor Hagen"),
            List.of("Storgata", "Bjørkeveien", "Kirkegata", "Havnegata", "Skoleveien", "Fjellveien"),
            List.of("0152 Oslo", "5003 Bergen", "7013 Trondheim", "4006 Stavanger", "9008 Tromsø", "3015 Drammen"),
            List.of("Trelast og isolasjon", "Gulvplank", "Leie av stillas", "Taksten", "Dører og beslag", "Maling")),
    SWEDISH(
            Country.SE,
            "559912-3458",
            "Mälarvik Kontor AB",
            "faktura@malarvik.example",
            "08-12 00 34",
            "5799-3214",
            new Address("Sjögatan 4", "111 29", "Stockholm", "SE"),
            List.of(
                    "Lindkvist Revision AB",
                    "Norrby Tandvård AB",
                    "Solsidan Arkitekter AB",
                    "Ekbackens Förskola",
                    "Öresund Frakt AB",
                    "Björklunda Kommun",
                    "Västanvik Plåt AB",
                    "Kastellets Restaurang",
                    "Rosendal Media AB",
                    "Hammarn Fastigheter AB",
                    "Strandängens Vårdcentral",
                    "Klippans Bageri"),
            List.of(
                    "Anna Bergqvist",
                    "Johan Sandell",
                    "Leila Karimi",
                    "Oskar Wik",
                    "Elsa Nordin",
                    "Mats Hedlund",
                    "Frida Ek",
                    "Gustav Ljung"),
            List.of("Storgatan", "Björkvägen", "Kyrkogatan", "Hamngatan", "Skolvägen", "Parkvägen"),
            List.of("111 22 Stockholm", "411 03 Göteborg", "211 20 Malmö", "753 20 Uppsala", "582 22 Linköping"),
            List.of("Kontorsmöbler", "Skrivare och toner", "Kaffe och frukt", "Mötesbord", "Städtjänst", "Växter"));

    final Country country;
    final String organisationNumber;
    final String legalName;
    final String email;
    final String phone;
    final String account;
    final Address address;
    final List<String> businesses;
    final List<String> people;
    final List<String> streets;
    final List<String> places;
    final List<String> goods;

    DemoCreditor(
            Country country,
            String organisationNumber,
            String legalName,
            String email,
            String phone,
            String account,
            Address address,
            List<String> businesses,
            List<String> people,
            List<String> streets,
            List<String> places,
            List<String> goods) {
        this.country = country;
        this.organisationNumber = organisationNumber;
        this.legalName = legalName;
        this.email = email;
        this.phone = phone;
        this.account = account;
        this.address = address;
        this.businesses = businesses;
        this.people = people;
        this.streets = streets;
        this.places = places;
        this.goods = goods;
    }

    int debtors() {
        return businesses.size() + people.size();
    }

    String debtorName(int debtor) {
        return debtor < businesses.size() ? businesses.get(debtor) : people.get(debtor - businesses.size());
    }

    DebtorKind debtorKind(int debtor) {
        if (debtor >= businesses.size()) {
            return DebtorKind.PRIVATE;
        }
        String name = debtorName(debtor);
        return name.endsWith("ommun") || name.endsWith("Kommune") || name.endsWith("Skole")
                ? DebtorKind.PUBLIC
                : DebtorKind.BUSINESS;
    }

    /** Every fifth is new, every fourth of the others a good customer. */
    String relation(int debtor) {
        return debtor % 5 == 2 ? "new" : debtor % 4 == 0 ? "good" : "known";
    }

    String debtorPhone(int debtor) {
        return country == Country.NO
                ? "22 %02d %02d %02d".formatted(11 + debtor, debtor * 13 % 100, debtor * 29 % 100)
                : "08-%03d %02d %02d".formatted(410 + debtor, debtor * 13 % 100, debtor * 29 % 100);
    }

    Address debtorAddress(int debtor) {
        String place = places.get(debtor % places.size());
        int split = place.lastIndexOf(' ');
        return new Address(
                streets.get(debtor % streets.size()) + " " + (debtor * 7 % 60 + 1),
                place.substring(0, split),
                place.substring(split + 1),
                country.name());
    }
}
