using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Handovers;

/// <summary>内部环节: who may start a handover, between whom, and for when.</summary>
internal static class HandoverRules
{
    /// <summary>How far ahead the day may lie.</summary>
    public const int MostDaysAhead = 183;

    /// <summary>The longest reason, and the longest word of a receiver who sends it back.</summary>
    public const int MostWords = 500;

    /// <summary>Whether somebody may start handovers at all: an administrator, or whoever heads an office.</summary>
    public static bool MayStart(Actor actor) => actor.IsInOffice && (actor.Holds(Roles.Administrator) || actor.IsHead);

    /// <summary>Whether he heads an office in which the other holds or held his last post.</summary>
    public static bool IsHeadOver(Actor actor, string personId, OrganisationDirectory directory, DateOnly today) => actor.IsInOffice && actor.PersonId != personId
        && directory.PostsOf(actor.PersonId, today).Any(post => post.Rank is PostRank.Head
            && (post.OrganisationId == directory.LastOrganisationOf(personId) || directory.PostsOf(personId, today).Any(held => held.OrganisationId == post.OrganisationId)));

    /// <summary>Whether a handover exists for somebody: the two, who started it, the head, an administrator.</summary>
    public static bool Sees(Actor actor, Handover handover, OrganisationDirectory directory, DateOnly today) => actor.IsInOffice
        && (actor.PersonId == handover.GiverId || actor.PersonId == handover.ReceiverId || Witnesses(actor, handover, directory, today));

    /// <summary>Whether he may call it off: who started it, the head, an administrator.</summary>
    public static bool Witnesses(Actor actor, Handover handover, OrganisationDirectory directory, DateOnly today) => actor.IsInOffice
        && (actor.PersonId == handover.OpenedBy || actor.Holds(Roles.Administrator) || IsHeadOver(actor, handover.GiverId, directory, today));

    /// <summary>Every rule of a handover that is to be started.</summary>
    /// <param name="hasOpen">Whether another one of the same giver is under way.</param>
    public static IEnumerable<Ruling> Of(OpenHandover order, Actor actor, OrganisationDirectory directory, DateOnly today, bool hasOpen) =>
    [
        Rule(directory.KnowsPerson(order.From) && directory.PostsOf(order.From, today).Count > 0, "Giver"),
        Rule(actor.Holds(Roles.Administrator) || IsHeadOver(actor, order.From, directory, today), "Starter"),
        Rule(order.From != order.To, "Self"),
        Rule(directory.KnowsPerson(order.To) && (directory.PostsOf(order.To, today).Count > 0 || (order.On is { } day && directory.PostsOf(order.To, day).Count > 0)), "Receiver"),
        Rule(order.On is not null, "NoDay"),
        Rule(order.On is null || order.On >= today, "Past"),
        Rule(order.On is null || order.On.Value.DayNumber - today.DayNumber <= MostDaysAhead, "Far"),
        Rule(order.Reason.Length is > 0 and <= MostWords, "Reason"),
        Rule(!hasOpen, "Twice"),
    ];

    /// <summary>A ruling of these rules.</summary>
    public static Ruling Rule(bool holds, string key) => Ruling.Require(holds, Citations.InternalStep,
        Text.Of<HandoverTexts>($"{key}.Reason"), Text.Of<HandoverTexts>($"{key}.Remedy", MostDaysAhead, MostWords));
}
