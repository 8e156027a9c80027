using System.Net;
using WorkflowAccountability.Faults.Sites;
using WorkflowAccountability.Faults.Worlds;

namespace WorkflowAccountability.Persistence.Tests.Sites;

/// <summary>What an official types to launch an investigation.</summary>
internal static class LaunchFields
{
    public const string Document = "昌州政发〔2026〕12号";

    public static readonly IReadOnlyDictionary<string, string> Typed = new Dictionary<string, string>
    {
        ["Decision"] = "Launched", ["DocumentNumber"] = Document, ["DecidedOn"] = "2026-03-02",
        // Long enough not to fit into what is left of a page.
        ["Remarks"] = new string('注', 2000),
        ["Grounds[0].Item"] = PlayedCase.Launch.Grounds[0].Item, ["Grounds[0].Facts"] = PlayedCase.Launch.Grounds[0].Facts!,
    };

    public static void ShouldSay(this Answered answer, HttpStatusCode status, params string[] words)
    {
        answer.Status.ShouldBe(status, answer.Page);
        foreach (var word in words)
            answer.Page.ShouldContain(word);
    }
}
