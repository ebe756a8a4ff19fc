Console.WriteLine("phonesim 0.1.0");
