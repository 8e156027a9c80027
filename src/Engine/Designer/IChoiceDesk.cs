namespace WorkflowAccountability.Engine.Designer;

/// <summary>Tells what an input offers where that depends on the day, or on what else was chosen.</summary>
public interface IChoiceDesk
{
    /// <summary>The values with what people read; null for an input whose choices are fixed.</summary>
    /// <param name="given">What stands in the other inputs, by their camelCase names; only what stands there outright.</param>
    Task<IReadOnlyList<KeyValuePair<string, string>>?> ChoicesAsync(string activityType, string input, IReadOnlyDictionary<string, string> given, CancellationToken cancellationToken);
}
