using Propensity.Steps;
using Propensity.Workflow;

return await SampleHost.RunAsync(GenerateSyntheticData.Title, args, GenerateSyntheticData.RunAsync);
