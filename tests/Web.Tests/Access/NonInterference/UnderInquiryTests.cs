using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.CaseRunner;
using WorkflowAccountability.Procedure;

namespace WorkflowAccountability.Web.Tests.Access.NonInterference;

/// <summary>内部环节: whoever is under inquiry cannot tell that there is a case, whatever his office.</summary>
public sealed class UnderInquiryTests(UnderInquiryTests.Sites sites) : IClassFixture<UnderInquiryTests.Sites>
{
    // Each of these would know of every case, or of much of it, by his office.
    private static readonly (string Person, string Organisation)[] concerned =
    [
        ("gov-ma", "gov"), ("party-zhao", "party"), ("supervision-xu", "supervision-commission"), ("oversight-shen", "oversight"), ("it-lu", "it"),
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
            Twins = await TwinSites.PlayAsync(secret with { Steps = [.. secret.Steps.Where(step => step is CaseRunner.Start or OpenTrack or Act or Wait)], Expect = [] },
                step => step is not Wait, "昌环追〔2022〕1号", ["督察移交", "高新区", "昌环追〔2022〕1号", "任远亭", "rty", "大气"], before: known);
            await Twins.With.ReadAsync(ComeUnderInquiryAsync);
        }

        public async Task DisposeAsync() => await Twins.DisposeAsync();

        // Late, when they have long been told of the case, and have acted in it.
        private static async Task<int> ComeUnderInquiryAsync(AccountabilityDb db)
        {
            var file = await db.Cases.Include(file => file.Parties).Include(file => file.Exclusions).SingleAsync(file => file.Number == "昌环追〔2022〕1号");
            foreach (var (person, organisation) in concerned)
                file.Inquire(organisation, person, person, postAtTheTime: null, isPerson: true, file.OpenedAt);
            return await db.SaveChangesAsync();
        }
    }
}
