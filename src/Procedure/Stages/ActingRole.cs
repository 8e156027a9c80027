namespace WorkflowAccountability.Procedure.Stages;

/// <summary>A definition that lets a role act which the clause does not allow is broken: the stage says so aloud instead of opening a work item.</summary>
internal static class ActingRole
{
    /// <summary>The role that the definition gives, if the clause allows it.</summary>
    public static string Only(this StageAttribute stage, string? given, params string[] allowed) =>
        given is not null && allowed.Contains(given) ? given : throw new InvalidOperationException(
            $"{stage.Type} ({stage.Citation}) is done by {string.Join(" or ", allowed)}, but the definition gives it to '{given}'. "
            + "Put an allowed role into the stage's input.");
}
