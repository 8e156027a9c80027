using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Proxies;

/// <summary>内部环节: who may stand in for whom. What a case forbids besides (parties, one's own work) is asked at each of its items.</summary>
internal static class ProxyRules
{
    /// <summary>The longest that one may be away: then the post is to be filled otherwise.</summary>
    public const int MostDays = 183;

    /// <summary>Every rule of a proxy that is to be given.</summary>
    public static IEnumerable<Ruling> Of(GiveProxy order, Actor principal, OrganisationDirectory directory, IReadOnlyList<Proxy> known, IReadOnlyList<StageChoice> stages, DateOnly today)
    {
        var to = order.To;
        return
        [
            Rule(directory.KnowsPerson(to) && directory.PostsOf(to, today).Count > 0, "Person"),
            Rule(to != order.PersonId, "Self"),
            Rule(to == order.PersonId || directory.PostsOf(to, today).Any(post => directory.PostsOf(order.PersonId, today).Any(own => own.OrganisationId == post.OrganisationId)),
                "Unit"),
            Rule(order.From is { } from && order.Until is { } until && from <= until, "Dates"),
            Rule(order.Until is null || order.Until >= today, "Past"),
            Rule(order.From is null || order.From >= today, "Backdated"),
            Rule(order.From is null || order.Until is null || order.Until.Value.DayNumber - order.From.Value.DayNumber < MostDays, "Long"),
            Rule(order.Reason.Length is > 0 and <= 500, "Reason"),
            Rule(order.Stages.All(key => stages.Any(stage => stage.Key == key)), "Stage"),
            Rule(!Overlapping(known, order).Any(other => other.PrincipalId == to || other.ProxyId == order.PersonId), "Chain"),
            Rule(!Overlapping(known, order).Any(other => other.PrincipalId == order.PersonId && Share(other, order)), "Twice"),
            Rule(principal.Grants.Count > 0, "Office"),
        ];
    }

    /// <summary>The last day that is offered at first.</summary>
    public static DateOnly Today(DateTimeOffset now) => BeijingTime.DayOf(now);

    private static IEnumerable<Proxy> Overlapping(IReadOnlyList<Proxy> known, GiveProxy order) => order is { From: { } from, Until: { } until }
        ? known.Where(other => other.Overlaps(from, until)) : [];

    private static bool Share(Proxy other, GiveProxy order) =>
        other.Stages.Length == 0 || order.Stages.Count == 0 || other.StageSet().Select(StageChoice.Of).Any(stage => order.Stages.Any(key => stage.Meets(StageChoice.Of(key))));

    private static Ruling Rule(bool holds, string key) => Ruling.Require(holds, "内部环节",
        new Text(typeof(ProxyTexts), $"{key}.Reason"), new Text(typeof(ProxyTexts), $"{key}.Remedy", MostDays));
}
