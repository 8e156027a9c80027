using System.Text.Json.Nodes;
using WorkflowAccountability.Procedure.Regulation.Book;

namespace WorkflowAccountability.Procedure.Tests.Regulation.Book;

/// <summary>What a legal officer loads is taken whole, or refused with every fault and its place.</summary>
public sealed class RuleFileTests
{
    private static readonly DateOnly day = new(2026, 12, 1);

    public static TheoryData<string> Kinds => [.. RuleKind.All.Select(kind => kind.Name)];

    [Theory, MemberData(nameof(Kinds))]
    public void What_holds_now_is_a_sound_file_once_it_is_said_what_orders_it(string kind)
    {
        RuleFile.Parse(Start(kind, _ => { })).FaultsAmong(CaseRules.Shipped).ShouldBeEmpty();
        RuleFile.Parse(RuleFile.Start(RuleKind.Of(kind), CaseRules.Shipped, day)).Faults.Select(fault => fault.Key).ShouldBe(["Empty", "Empty"], "citation and source");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"kind\":\"classification\"")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("{\"kind\":\"classification\",\"kind\":\"x\",\"citation\":1,\"source\":null,\"validFrom\":\"2026-02-30\",\"validTo\":\"\",\"content\":[]}")]
    public void Whatever_is_no_rule_set_is_refused_in_words(string json)
    {
        RuleFile.Parse(json).Faults.ShouldNotBeEmpty();
        RuleFile.Parse(json).FaultsAmong(CaseRules.Shipped).ShouldAllBe(fault => !fault.ToString().Contains("Exception"));
    }

    [Fact]
    public void A_file_that_is_huge_or_nested_without_end_is_refused_at_once()
    {
        RuleFile.Parse(new string(' ', RuleFile.MostCharacters + 1)).Faults.ShouldHaveSingleItem().Key.ShouldBe("File.Large");
        RuleFile.Parse(new string('[', 100_000)).Faults.ShouldHaveSingleItem().Key.ShouldBe("File.Broken");
    }

    [Fact]
    public void A_kind_that_no_calculation_reads_through_the_book_is_refused_and_never_taken_without_effect()
    {
        var fault = RuleFile.Parse(Start("classification", file => file["kind"] = "oversight")).Faults.ShouldHaveSingleItem();

        fault.Key.ShouldBe("File.Kind");
        fault.ToString().ShouldContain("oversight");
    }

    [Fact]
    public void A_gap_and_an_overlap_between_bands_are_named_with_their_places()
    {
        FaultsOf("classification", file =>
        {
            Bands(file)[1]!["below"] = 9;
            Bands(file)[2]!["below"] = 4;
        }).ShouldBe([("Scale.Gap", "$.content.ruleSets[0].criteria[0].bands[1]"), ("Scale.Overlap", "$.content.ruleSets[0].criteria[0].bands[2]")]);
    }

    [Fact]
    public void A_gap_and_an_overlap_in_time_are_named_with_their_places()
    {
        FaultsOf("classification", file => Row(file, "ruleSets", 0)["validTo"] = "2027-01-01").ShouldBe([("Rows.Gap", "$.content.ruleSets")]);
        FaultsOf("classification", file => Row(file, "ruleSets", 0)["validFrom"] = "2027-01-01").ShouldBe([("Rows.Gap", "$.content.ruleSets[0]")]);
        FaultsOf("impact-periods", file => Rows(file, "rules").Add(Row(file, "rules", 0).DeepClone()))
            .ShouldHaveSingleItem().Key.ShouldBe("Rows.Overlap");
        FaultsOf("impact-periods", file =>
        {
            var later = Row(file, "rules", 0).DeepClone();
            (Row(file, "rules", 0)["validTo"], later["validFrom"]) = ("2027-01-01", "2027-03-01");
            Rows(file, "rules").Add(later);
        }).ShouldHaveSingleItem().Key.ShouldBe("Rows.Gap");
    }

    [Theory]
    [InlineData("months", 0, "Number")]
    [InlineData("months", 2_000_000_000, "Number")]
    [InlineData("grade", -1, "Number")]
    [InlineData("basis", "听说", "Citation")]
    [InlineData("name", "\u0007", "Text.Control")]
    [InlineData("code", " ", "Empty")]
    [InlineData("validFrom", "0001-01-01", "Row.Absurd")]
    [InlineData("validTo", "2015-01-01", "Row.Ends")]
    public void Absurd_values_are_refused_with_their_place(string field, object value, string key) =>
        FaultsOf("impact-periods", file => Row(file, "rules", 0)[field] = JsonValue.Create(value)).ShouldContain(fault => fault.Key == key && fault.At.StartsWith("$.content.rules[0]", StringComparison.Ordinal));

    [Fact]
    public void Nought_reaches_no_level_and_a_criterion_that_no_form_asks_is_refused()
    {
        FaultsOf("classification", file => Bands(file)[2]!["min"] = 0).ShouldHaveSingleItem().Key.ShouldBe("Number");
        FaultsOf("classification", file => Row(file, "ruleSets", 0)["criteria"]![0]!["id"] = "noise").ShouldHaveSingleItem().Key.ShouldBe("Scale.Unasked");
        FaultsOf("classification", file => Row(file, "ruleSets", 0)["criteria"]![3]!["unit"] = "元").ShouldHaveSingleItem().Key.ShouldBe("Scale.Unit");
    }

    [Theory]
    [InlineData("code", "Reprimand", "Measures.Code")]
    [InlineData("category", "funds", "Measures.Category")]
    [InlineData("ownerRole", "NOBODY", "Role.Unknown")]
    [InlineData("citation", "听说", "Citation")]
    [InlineData("name", "", "Empty")]
    public void A_measure_varies_in_what_the_rules_read_and_what_its_procedure_hangs_on_is_refused_in_words(string field, string value, string key) =>
        FaultsOf("measures", file => Row(file, "measures", 0)[field] = value).ShouldHaveSingleItem().Key.ShouldBe(key);

    [Fact]
    public void A_deadline_varies_in_its_period_and_what_is_woven_into_workflows_is_refused_in_words()
    {
        FaultsOf("deadlines", file => Of(file, "D04")["period"]!["length"] = 2).ShouldBeEmpty();
        FaultsOf("deadlines", file => Of(file, "D04")["period"]!["length"] = 0).ShouldHaveSingleItem().Key.ShouldBe("Number");
        FaultsOf("deadlines", file => Of(file, "D04")["suspends"] = new JsonArray("D03")).ShouldHaveSingleItem().Key.ShouldBe("Deadlines.Woven");
        FaultsOf("deadlines", file => Rows(file, "rules").Remove(Of(file, "D04"))).ShouldBe([("Deadlines.Missing", "$.content.rules")]);
        FaultsOf("deadlines", file => Of(file, "D04")["validTo"] = "2028-01-01").ShouldBe([("Rows.Gap", "$.content.rules")]);
        FaultsOf("deadlines", file => Of(file, "D07a")["levels"] = new JsonArray("Ⅰ")).ShouldBe([("Deadlines.NoInquiry", "$.content.rules")]);
        FaultsOf("deadlines", file => file["content"]!["remindAt"] = "11:00:00").ShouldBe([("Beside", "$.content")]);

        static JsonNode Of(JsonNode file, string code) => Rows(file, "rules").Single(row => (string)row!["code"]! == code)!;
    }

    [Fact]
    public void What_stands_beside_the_rows_and_is_not_read_through_the_book_may_not_be_changed() =>
        FaultsOf("impact-periods", file => file["content"]!["capMonths"] = 60).ShouldBe([("Beside", "$.content")]);

    [Fact]
    public void Every_fault_has_words_in_both_languages() =>
        FaultsOf("impact-periods", file =>
        {
            foreach (var row in Rows(file, "rules"))
                row!["months"] = 0;
        }).Count.ShouldBeGreaterThan(20, "all faults are told at once");

    private static IReadOnlyList<(string Key, string At)> FaultsOf(string kind, Action<JsonNode> change)
    {
        var faults = RuleFile.Parse(Start(kind, change)).FaultsAmong(CaseRules.Shipped);
        foreach (var fault in faults)
            foreach (var language in new[] { "zh-CN", "en" })
                fault.In(System.Globalization.CultureInfo.GetCultureInfo(language)).ShouldNotBe(fault.Key);
        return [.. faults.Select(fault => (fault.Key, (string)fault.Arguments[0]!))];
    }

    private static string Start(string kind, Action<JsonNode> change)
    {
        var file = JsonNode.Parse(RuleFile.Start(RuleKind.Of(kind), CaseRules.Shipped, day))!;
        (file["citation"], file["source"]) = ("某部令第9号", "某部网站");
        change(file);
        return file.ToJsonString();
    }

    private static JsonArray Rows(JsonNode file, string name) => file["content"]![name]!.AsArray();

    private static JsonNode Row(JsonNode file, string name, int at) => Rows(file, name)[at]!;

    private static JsonArray Bands(JsonNode file) => Row(file, "ruleSets", 0)["criteria"]![0]!["bands"]!.AsArray();
}
