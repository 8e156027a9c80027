using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Web;
using WorkflowAccountability.Web.Operations;
using WorkflowAccountability.Web.Start;

if (Verbs.Knows(args))
    return await Verbs.RunAsync(args, Console.Out, CancellationToken.None);

try
{
    await using var site = await AccountabilitySite.BuildAsync(args);
    await site.StartAsync();
    await Greeting.WriteAsync(site);
    await site.WaitForShutdownAsync();
    return 0;
}
catch (Exception refusal) when (refusal is StartRefusedException or InvalidWorkflowDefinitionException or InvalidDataFileException)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return 2;
}
