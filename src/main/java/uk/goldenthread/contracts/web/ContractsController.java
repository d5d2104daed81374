package uk.goldenthread.contracts.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.NavigationEntry;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.contracts.model.Contract;
import uk.goldenthread.contracts.model.Form;
import uk.goldenthread.contracts.service.ContractDesk;
import uk.goldenthread.contracts.service.ContractDesk.Asked;
import uk.goldenthread.contracts.service.ContractDesk.Register;
import uk.goldenthread.contracts.web.ContractsPage.Choice;
import uk.goldenthread.imports.export.SafeCsv;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.PageLinks;
import uk.goldenthread.shell.view.Dates;

/// The register of contracts: the list, and the list as a file.
@Controller
class ContractsController {
    private static final int PAGE_SIZE = 50;
    private static final int MOST_IN_A_FILE = 10_000;
    private static final Set<String> SHOWS = Set.of("force", "making", "trouble", "ending", "over", "all");
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final ContractDesk desk;

    ContractsController(ContractDesk desk) {
        this.desk = desk;
    }

    @Bean
    static NavigationEntry contractsEntry() {
        return new NavigationEntry(58, "Contracts", "/contracts", Permission.CONTRACT_VIEW);
    }

    @GetMapping("/contracts")
    @Needs(Permission.CONTRACT_VIEW)
    ModelAndView register(Actor actor, AsAt asAt, @RequestParam Map<String, String> address) {
        var asked = asked(address);
        var text = address.getOrDefault("page", "1");
        int page = text.matches("[1-9]\\d{0,5}") ? Integer.parseInt(text) : 1;
        var register = desk.register(actor, asAt, asked, page, PAGE_SIZE);
        var instant = asAt.instant();
        var shown = new ContractsPage(
                state(asked, register.total()),
                actor.may(Permission.CONTRACT_EDIT) && !asAt.isPast(),
                new Choice(shows(), asked.show()),
                actor.reachesWholeIcb() ? new Choice(providers(register), asked.provider()) : null,
                new Choice(forms("Any form"), asked.form()),
                List.of(
                        Column.text("Contract"),
                        Column.text("Provider"),
                        Column.text("Form"),
                        Column.text("Stage"),
                        Column.text("Ends"),
                        Column.text("Safeguarding report")),
                register.contracts().stream()
                        .map(each -> row(each, register, asAt))
                        .toList(),
                PageLinks.of(
                        page, PAGE_SIZE, register.total(), number -> asAt.on(address("/contracts", asked, number))),
                "No contracts here. A contract is listed from the day it is planned, to its provider once it is signed.",
                asAt.on(address("/contracts.csv", asked, 1)),
                instant == null ? null : instant.toString());
        return new ModelAndView("contracts/register", Map.of("page", shown));
    }

    private static Asked asked(Map<String, String> address) {
        var show = address.getOrDefault("show", "all");
        return new Asked(
                SHOWS.contains(show) ? show : "all",
                address.getOrDefault("provider", "").replace("\0", ""),
                address.getOrDefault("form", ""),
                "end");
    }

    private static List<Option> shows() {
        return List.of(
                Option.of("all", "All"),
                Option.of("force", "In force"),
                Option.of("making", "Being made"),
                Option.of("trouble", "Under notice or plan"),
                Option.of("ending", "To review for renewal"),
                Option.of("over", "Over"));
    }

    private static String state(Asked asked, long total) {
        var what =
                switch (asked.show()) {
                    case "force" -> "in force";
                    case "making" -> "being made";
                    case "trouble" -> "under notice or a plan";
                    case "ending" -> "to review for renewal";
                    case "over" -> "renewed or ended";
                    default -> "in all";
                };
        return (total == 1 ? "1 contract " : total + " contracts ") + what + ".";
    }

    static List<Option> forms(String first) {
        var options = new ArrayList<Option>();
        options.add(Option.of("", first));
        Arrays.stream(Form.values()).forEach(form -> options.add(Option.of(form.name(), form.words())));
        return options;
    }

    private static List<Option> providers(Register register) {
        var options = new ArrayList<Option>();
        options.add(Option.of("", "Every provider"));
        register.providers().forEach(each -> options.add(Option.of(each.code(), each.name())));
        return options;
    }

    private static List<Cell> row(Contract contract, Register register, AsAt asAt) {
        var terms = contract.terms();
        return List.of(
                Cell.naming(terms.reference() + " " + terms.title(), asAt.on("/contracts/" + contract.id())),
                Cell.of(owner(contract, register)),
                Cell.of(terms.form().words()),
                Cell.of(contract.stage().words() + ", since " + Dates.day(contract.stageSince())),
                Cell.of(Dates.day(terms.endOn())),
                Cell.of(report(contract)));
    }

    private static String owner(Contract contract, Register register) {
        var owner = register.owners().get(contract.organisation());
        return owner == null ? "" : owner.name();
    }

    private static String report(Contract contract) {
        if (contract.asksSafeguarding()) {
            return "Asked for";
        }
        return contract.exemption() == null ? "Not asked for" : "Exempt";
    }

    private static String address(String path, Asked asked, int page) {
        var builder = UriComponentsBuilder.fromPath(path).queryParam("show", asked.show());
        if (asked.provider().matches("[A-Za-z0-9]{1,20}")) {
            builder.queryParam("provider", asked.provider());
        }
        if (asked.form().matches("[A-Z_]{1,20}")) {
            builder.queryParam("form", asked.form());
        }
        return (page > 1 ? builder.queryParam("page", page) : builder).build().toUriString();
    }

    @GetMapping("/contracts.csv")
    @Needs(Permission.CONTRACT_VIEW)
    ResponseEntity<String> file(Actor actor, AsAt asAt, @RequestParam Map<String, String> address) throws IOException {
        var register = desk.register(actor, asAt, asked(address), 1, MOST_IN_A_FILE);
        var text = new StringBuilder();
        var csv = new SafeCsv(text);
        csv.row(List.of(
                "reference",
                "title",
                "provider",
                "form",
                "lead commissioner",
                "associates",
                "start",
                "end",
                "stage",
                "since",
                "safeguarding report",
                "clauses"));
        for (var contract : register.contracts()) {
            var terms = contract.terms();
            csv.row(List.of(
                    terms.reference(),
                    terms.title(),
                    owner(contract, register),
                    terms.form().words(),
                    terms.leadCommissioner(),
                    terms.associates(),
                    terms.startOn().toString(),
                    terms.endOn().toString(),
                    contract.stage().words(),
                    contract.stageSince().toString(),
                    report(contract),
                    String.join(" ", terms.clauses())));
        }
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"contracts.csv\"")
                .body(text.toString());
    }
}
