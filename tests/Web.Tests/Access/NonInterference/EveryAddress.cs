using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.Procedure.WorkItems.Inbox;

namespace WorkflowAccountability.Web.Tests.Access.NonInterference;

/// <summary>An address as it reads on each of two sites.</summary>
internal sealed record TwinAddress(string With, string Without);

/// <summary>Every address that can be read: the routes come from the site's own list of endpoints, so that a page that is added tomorrow is asked too.</summary>
internal static class EveryAddress
{
    private const string Nothing = "00000000000000ff";

    // What the operating system and the process have to say, in which no case stands: counters of time, and another package's dashboard.
    private static readonly string[] notOfCases = ["/metrics", "/hangfire"];

    /// <summary>The routes that answer to GET.</summary>
    public static IReadOnlyList<RoutePattern> Routes(IServiceProvider services) =>
        [.. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not { } methods || methods.HttpMethods.Contains("GET"))
            .Select(endpoint => endpoint.RoutePattern)
            .Where(route => !notOfCases.Any(start => ("/" + route.RawText!.TrimStart('/')).StartsWith(start, StringComparison.Ordinal)))];

    /// <summary>The addresses of a route, each with what may be asked for behind the question mark.</summary>
    /// <param name="words">Words that stand in the content.</param>
    public static IEnumerable<TwinAddress> Of(RoutePattern route, KnownIds with, KnownIds without, IReadOnlyList<string> words)
    {
        var addresses = new List<TwinAddress> { new(Start(route), Start(route)) };
        foreach (var place in route.Parameters)
        {
            var kind = KnownIds.KindOf(route, place.Name);
            var ids = Paired(kind, with, without);
            addresses = [.. addresses.SelectMany(address => ids, (address, id) => new TwinAddress(Put(address.With, place, id.With), Put(address.Without, place, id.Without)))];
        }
        return addresses.SelectMany(address => QuestionsOf(route, with, without, words), (address, question) =>
            new TwinAddress(address.With + question.With, address.Without + question.Without));
    }

    // What both have under its own id on each; what is hidden under its id here, and under an id that stands for nothing there.
    private static IEnumerable<(string With, string Without)> Paired(string kind, KnownIds with, KnownIds without)
    {
        without.Seen[kind].Count.ShouldBe(with.Seen[kind].Count, $"both sites must have the same of the kind '{kind}', or no address answers to another");
        return [.. with.Seen[kind].Zip(without.Seen[kind]), .. with.Hidden[kind].Select(id => (id, Nothing))];
    }

    private static IEnumerable<(string With, string Without)> QuestionsOf(RoutePattern route, KnownIds with, KnownIds without, IReadOnlyList<string> words)
    {
        yield return ("", "");
        string[] asked = route.RawText!.TrimStart('/') switch
        {
            "" => [.. Enum.GetNames<InboxBox>().SelectMany(box => (string[])[$"box={box}", $"box={box}&q={words[0]}"]), .. words.Select(word => $"q={word}")],
            "cases" or "cases/export" => [.. words.Select(word => $"q={word}"), "status=Open", "status=Closed", "year=2020", "year=2022", "stage=Accountability.SuperviseDuties",
                "stage=Accountability.ConsultDiscipline", "stage=Accountability.ProposeHandling"],
            "oversight/board" or "oversight/board/export" or "oversight/board/print" => [.. words.Select(word => $"q={word}"), "light=Late", "light=Escalated", "by=Stage", "by=Case", "by=County", "order=open",
                "stage=Accountability.SuperviseDuties", "stage=Accountability.ConsultDiscipline"],
            "lifetime" or "approval-restrictions" or "public" or "documents/search" => [.. words.Select(word => $"q={word}")],
            "statistics" or "statistics/export" or "papers" => ["year=2020", "year=2022"],
            _ => [],
        };
        foreach (var question in asked)
            yield return ("?" + question, "?" + question);
        if (route.RawText.Contains("activity-execution", StringComparison.Ordinal) && route.Parameters.Count == 0)
            foreach (var (one, other) in Paired("instance", with, without))
                yield return ($"?workflowInstanceId={one}", $"?workflowInstanceId={other}");
    }

    private static string Start(RoutePattern route) => "/" + route.RawText!.TrimStart('/');

    private static string Put(string address, RoutePatternParameterPart place, string id)
    {
        var start = address.IndexOf("{" + place.Name, StringComparison.Ordinal);
        return address[..start] + Uri.EscapeDataString(id) + address[(address.IndexOf('}', start) + 1)..];
    }
}
