namespace WorkflowAccountability.Engine.Activities;

/// <summary>A typed input of an activity: <c>context.Get(Text)</c> evaluates it.</summary>
/// <param name="Name">Its camelCase name in the definition.</param>
public sealed record Input<T>(string Name);

/// <summary>A typed output of an activity: <c>context.Set(Result, value)</c> writes it to the variable bound to it.</summary>
/// <param name="Name">Its camelCase name in the definition.</param>
public sealed record Output<T>(string Name);
