using WorkflowAccountability.CaseRunner;

return await Demo.RunAsync(args, Console.Out, Console.Error);
