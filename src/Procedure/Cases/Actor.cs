namespace WorkflowAccountability.Procedure.Cases;

/// <summary>Who acts: a person in his post on that day with the roles it carries, or the clock.</summary>
/// <param name="OrganisationId">The organisation of the post he acts in.</param>
/// <param name="PostText">Unit and post on that day, as printed.</param>
public sealed record Actor(string PersonId, string Name, string OrganisationId, string PostText, IReadOnlySet<string> Roles)
{
    /// <summary>The system's own hand: bursts and sweeps.</summary>
    public static Actor Clock { get; } = new("clock", "系统", "", "", new HashSet<string>());
}
