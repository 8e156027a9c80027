using Microsoft.Extensions.DependencyInjection;

namespace WorkflowAccountability.Procedure.Play;

/// <summary>How a sandbox gets a database of its own: the host knows the provider, and the file lies in the folder that is given.</summary>
public sealed record PlayDatabase(Action<IServiceCollection, DirectoryInfo> Add);
