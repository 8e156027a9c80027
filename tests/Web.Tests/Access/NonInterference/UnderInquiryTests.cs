using WorkflowAccountability.CaseRunner;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Access.NonInterference;

/// <summary>内部环节: whoever is under inquiry cannot tell that there is a case, whatever his office.</summary>
public sealed class UnderInquiryTests(UnderInquiryTests.Sites sites) : IClassFixture<UnderInquiryTests.Sites>
{
    // Each of these would know of every case, or of much of it, by his office.
    private static readonly (string Person, string Organisation)[] concerned =
    [
        ("gov-ma", "gov"), ("party-zhao", "party"), ("supervision-xu", "supervision-commission"), ("oversight-shen", "oversight"), ("it-lu", "it"),
        ("legal-jiang", "justice"), ("finance-cui", "finance"), ("org-dept-cao", "org-dept"),
    ];

    public static TheoryData<string> People => [.. concerned.Select(row => row.Person)];

    [Theory]
    [MemberData(nameof(People))]
    public Task Who_is_under_inquiry_cannot_tell_that_there_is_a_case(string person) => SameAnswers.ShouldBeGivenToAsync(sites.Twins, person);

    /// <summary>A closed case that everybody may know; and on one site a second one that was brought to its end.</summary>
    public sealed class Sites : IAsyncLifetime
    {
        internal TwinSites Twins { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            var (known, secret) = (TwinSites.Shipped("zhundong-air.json"), TwinSites.Shipped("changji-inspection-2021.json"));
            var content = secret.Steps.Where(step => step is Start or Act or OpenTrack or Wait).Select(Hidden).ToList();
            Twins = await TwinSites.PlayAsync(known with { Steps = [.. known.Steps.Where(step => step is not Check), .. content], Expect = [] },
                step => step is not Wait && content.Contains(step), "昌环追〔2022〕1号", ["督察移交", "高新区", "昌环追〔2022〕1号", "任远亭", "大气"]);
        }

        public async Task DisposeAsync() => await Twins.DisposeAsync();

        // The second case of the site, about all of these people.
        private static Step Hidden(Step step) => step switch
        {
            Start start => start with { Case = "secret", Expect = [] },
            Act { Stage.About.Type: "Accountability.RegisterLead", Seat: "register" } lead when lead.Expect.Count == 0 || !lead.Expect.ContainsKey("refusedBy") =>
                lead with { Case = "secret", Fields = [.. lead.Fields, .. concerned.SelectMany((row, at) => FieldsOf(row.Person, row.Organisation, at + 10))] },
            Act { As: "gov-ma" } act => act with { Case = "secret", As = "gov-zhang" },
            Act act => act with { Case = "secret" },
            OpenTrack track => track with { Case = "secret" },
            _ => step,
        };

        private static IEnumerable<Field> FieldsOf(string person, string organisation, int at) =>
            [new($"ConcernedPersons[{at}].PersonId", person), new($"ConcernedPersons[{at}].OrganisationId", organisation)];
    }
}
